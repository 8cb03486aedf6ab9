-- What the rule shangrao computes of ratings and late services: of each bank's ratings the sum and how many there are, whose
-- mean it takes, and the sum of points of the year's days.
SELECT rated.bank, rated.total, rated.ratings, late.points
FROM (SELECT bank, SUM(rating) AS total, COUNT(rating) AS ratings FROM survey GROUP BY bank) AS rated
JOIN (SELECT bank, SUM(points) AS points FROM service WHERE day BETWEEN '2022-01-01' AND '2022-12-31' GROUP BY bank) AS late
    ON late.bank = rated.bank
ORDER BY rated.bank;
