-- Who had a case open is of use for minutes; the rows stayed for good.
GRANT DELETE ON complaints.presence TO ${app_role};
