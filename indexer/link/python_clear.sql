DELETE FROM python_name
