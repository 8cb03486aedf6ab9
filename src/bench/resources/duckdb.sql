-- The tables are the files themselves: they are read when they are asked for.
CREATE VIEW survey AS
SELECT "银行名称" AS bank, "评分" AS rating
FROM read_csv(':survey', header = true, columns = {'预算单位': 'VARCHAR', '银行名称': 'VARCHAR', '评分': 'DECIMAL(9, 3)'});
CREATE VIEW service AS
SELECT "银行名称" AS bank, "日期" AS day, "扣分" AS points
FROM read_csv(':service', header = true, columns = {'日期': 'DATE', '银行名称': 'VARCHAR', '预算单位': 'VARCHAR', '事项': 'VARCHAR', '扣分': 'DECIMAL(9, 3)'});
