-- Calendars are announced by the application, as new versions: a migration a year is nobody's way to hear of
-- a holiday. What is announced stays immutable.

GRANT INSERT ON complaints.calendar, complaints.calendar_day TO ${app_role};
