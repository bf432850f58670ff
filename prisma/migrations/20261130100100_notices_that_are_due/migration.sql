-- From thirty days before its end on, a consent that is alive says itself when it is looked at next.
UPDATE "Consent" SET "noticeDueAt" = "expiresAt" - interval '30 days'
WHERE decision = 'given' AND "withdrawnAt" IS NULL AND "expiresAt" > now() AT TIME ZONE 'UTC' - interval '30 days';
