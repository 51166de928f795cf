-- Whether history knows :name, and the tree has nothing of that name: a quicker answer than all that a NAME may mean.
SELECT EXISTS (SELECT 1 FROM commit_change WHERE name = :name) AND NOT EXISTS (SELECT 1 FROM symbol WHERE name = :name)
       AND NOT EXISTS (SELECT 1 FROM symbol WHERE spelled = :name) AS gone
