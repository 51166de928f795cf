INSERT OR IGNORE INTO call_group (site, group_id) VALUES (:site, :group)
