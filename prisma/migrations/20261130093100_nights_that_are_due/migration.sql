-- The next turn of each that asks for the nights: its minute of a window of 240 that opens at four, UTC.
UPDATE "Connection" SET "refreshDueAt" =
  date_trunc('day', now() AT TIME ZONE 'UTC' - interval '4 hours') + interval '1 day 4 hours'
  + interval '1 minute' * ((get_byte(sha256(convert_to('nightly|' || id, 'UTF8')), 0) * 256
  + get_byte(sha256(convert_to('nightly|' || id, 'UTF8')), 1)) % 240)
WHERE "isRefreshedNightly";
