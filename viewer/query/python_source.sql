-- What Lib, or C code by name, binds to :name, and the modules that :of has all of; the last first.
SELECT name, line, kind, target, path FROM python_source WHERE name IN (:name, :of || '.*')
ORDER BY path GLOB '*.py' DESC, line DESC;
