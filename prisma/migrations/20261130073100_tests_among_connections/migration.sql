-- Apart from the new columns, whose lock would last as long as this does.
UPDATE "Connection" c SET "isDemo" = true
FROM "Consent" k JOIN "Session" s ON s.id = k."sessionId"
WHERE k.id = c."consentId" AND s."isDemo";

UPDATE "Consent" k SET "isDemo" = true
FROM "Session" s
WHERE s.id = k."sessionId" AND s."isDemo";
