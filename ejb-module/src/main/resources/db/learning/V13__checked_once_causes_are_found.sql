-- What was done before the sixty days were added, in which the causes of the last cases are found, would be judged
-- while those cases count for nothing: it is looked at sixty days later. What was done since has them already: with
-- them it is looked at two months and more after the months that it was given.
UPDATE learning.action
   SET check_on = check_on + 60, version = version + 1
 WHERE status = 'DONE'
   AND check_on < (done_at::date + make_interval(months => check_months))::date + 30;
