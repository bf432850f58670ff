-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "TenantKeyPurpose" AS ENUM ('data', 'lookup');

-- CreateEnum
CREATE TYPE "OrderPreset" AS ENUM ('express', 'connect', 'bank_first');

-- CreateEnum
CREATE TYPE "AccountRule" AS ENUM ('one', 'several', 'all');

-- CreateEnum
CREATE TYPE "Front" AS ENUM ('express', 'connect', 'custom');

-- CreateEnum
CREATE TYPE "SessionOutcome" AS ENUM ('finished', 'declined', 'cancelled', 'failed', 'abandoned');

-- CreateEnum
CREATE TYPE "ConsentKind" AS ENUM ('express', 'attested');

-- CreateEnum
CREATE TYPE "ConsentDecision" AS ENUM ('given', 'declined');

-- CreateEnum
CREATE TYPE "AttemptStatus" AS ENUM ('created', 'redirected', 'working', 'challenged', 'linked', 'degraded', 'failed', 'abandoned', 'revoked');

-- CreateEnum
CREATE TYPE "ConnectionStatus" AS ENUM ('active', 'degraded', 'revoked');

-- CreateTable
CREATE TABLE "Tenant" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "returnSigningSecretSealed" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMP(3),

    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenantKey" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "purpose" "TenantKeyPurpose" NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "kekId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TenantKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BrandVersion" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "displayName" TEXT NOT NULL,
    "logoPath" TEXT,
    "primary" TEXT NOT NULL,
    "accent" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "darkPrimary" TEXT NOT NULL,
    "darkAccent" TEXT NOT NULL,
    "darkSurface" TEXT NOT NULL,
    "darkText" TEXT NOT NULL,
    "cornerRadius" INTEGER NOT NULL,
    "font" TEXT NOT NULL,
    "privacyUrl" TEXT NOT NULL,
    "termsUrl" TEXT NOT NULL,
    "complaintsUrl" TEXT NOT NULL,
    "supportEmail" TEXT NOT NULL,
    "supportPhone" TEXT,
    "publishedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BrandVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlowPolicyVersion" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "preset" "OrderPreset" NOT NULL,
    "languages" TEXT[],
    "identityFields" JSONB NOT NULL,
    "scopes" JSONB NOT NULL,
    "consentDays" INTEGER NOT NULL,
    "accountRule" "AccountRule" NOT NULL,
    "daysOfTransactions" INTEGER NOT NULL,
    "returnUrls" TEXT[],
    "allowedOrigins" TEXT[],
    "publishedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FlowPolicyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Institution" (
    "id" INTEGER NOT NULL,
    "upstreamKey" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "aliases" TEXT[],
    "numbers" TEXT[],
    "country" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT,
    "connectorId" TEXT,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "popularity" INTEGER NOT NULL DEFAULT 0,
    "disabledAt" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "language" TEXT,
    "tag" TEXT,
    "prefillSealed" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "redeemedAt" TIMESTAMP(3),
    "redeemedSessionId" TEXT,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "front" "Front" NOT NULL,
    "brandId" TEXT NOT NULL,
    "policyId" TEXT NOT NULL,
    "proofHash" BYTEA NOT NULL,
    "language" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "tag" TEXT,
    "returnUrl" TEXT NOT NULL,
    "linkId" TEXT,
    "facts" JSONB NOT NULL,
    "factsVersion" INTEGER NOT NULL DEFAULT 0,
    "flashSealed" BYTEA,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),
    "outcome" "SessionOutcome",

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionEvent" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "step" TEXT,
    "detail" JSONB,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SessionEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdentityClaim" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "detailsSealed" BYTEA NOT NULL,
    "channel" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "provenAt" TIMESTAMP(3),

    CONSTRAINT "IdentityClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "triesLeft" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "spentAt" TIMESTAMP(3),

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "sessionId" TEXT,
    "kind" "ConsentKind" NOT NULL,
    "decision" "ConsentDecision" NOT NULL,
    "language" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "documentHash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "consentId" TEXT NOT NULL,
    "institutionId" INTEGER NOT NULL,
    "connectorId" TEXT NOT NULL,
    "status" "AttemptStatus" NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,
    "triesLeft" INTEGER,
    "pendingSealed" BYTEA,
    "stateSealed" BYTEA,
    "challengesSealed" BYTEA,
    "connectionId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "movedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadlineAt" TIMESTAMP(3),

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Connection" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "loginId" UUID NOT NULL,
    "institutionId" INTEGER NOT NULL,
    "connectorId" TEXT NOT NULL,
    "loginFingerprint" BYTEA NOT NULL,
    "status" "ConnectionStatus" NOT NULL,
    "loginSealed" BYTEA NOT NULL,
    "grantSealed" BYTEA,
    "consentId" TEXT NOT NULL,
    "accountsFetchedAt" TIMESTAMP(3),
    "transactionsFetchedAt" TIMESTAMP(3),
    "fetchFault" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "linkedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "tenantId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "keyFingerprint" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "unavailable" TEXT,
    "detailsSealed" BYTEA NOT NULL,
    "position" INTEGER NOT NULL,
    "fetchedAt" TIMESTAMP(3) NOT NULL,
    "chosenAt" TIMESTAMP(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TransactionPage" (
    "accountId" UUID NOT NULL,
    "tenantId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "pageSealed" BYTEA NOT NULL,
    "fetchedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TransactionPage_pkey" PRIMARY KEY ("accountId","month")
);

-- CreateTable
CREATE TABLE "OutboxEvent" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "tenantId" TEXT NOT NULL,
    "sessionId" TEXT,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "payloadSealed" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "relayedAt" TIMESTAMP(3),

    CONSTRAINT "OutboxEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "tenantId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "previousHash" BYTEA NOT NULL,
    "entryHash" BYTEA NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("tenantId","sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tenant_slug_key" ON "Tenant"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Tenant_customerId_key" ON "Tenant"("customerId");

-- CreateIndex
CREATE INDEX "TenantKey_tenantId_purpose_createdAt_idx" ON "TenantKey"("tenantId", "purpose", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "BrandVersion_tenantId_version_key" ON "BrandVersion"("tenantId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "FlowPolicyVersion_tenantId_version_key" ON "FlowPolicyVersion"("tenantId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Institution_upstreamKey_key" ON "Institution"("upstreamKey");

-- CreateIndex
CREATE UNIQUE INDEX "Link_tokenHash_key" ON "Link"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Link_redeemedSessionId_key" ON "Link"("redeemedSessionId");

-- CreateIndex
CREATE INDEX "Link_tenantId_createdAt_idx" ON "Link"("tenantId", "createdAt");

-- CreateIndex
CREATE INDEX "Session_tenantId_startedAt_idx" ON "Session"("tenantId", "startedAt");

-- CreateIndex
CREATE INDEX "Session_endedAt_seenAt_idx" ON "Session"("endedAt", "seenAt");

-- CreateIndex
CREATE INDEX "SessionEvent_sessionId_id_idx" ON "SessionEvent"("sessionId", "id");

-- CreateIndex
CREATE INDEX "IdentityClaim_sessionId_idx" ON "IdentityClaim"("sessionId");

-- CreateIndex
CREATE INDEX "OneTimeCode_claimId_createdAt_idx" ON "OneTimeCode"("claimId", "createdAt");

-- CreateIndex
CREATE INDEX "Consent_sessionId_idx" ON "Consent"("sessionId");

-- CreateIndex
CREATE INDEX "Consent_tenantId_decidedAt_idx" ON "Consent"("tenantId", "decidedAt");

-- CreateIndex
CREATE INDEX "Attempt_sessionId_createdAt_idx" ON "Attempt"("sessionId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_loginId_key" ON "Connection"("loginId");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_tenantId_loginFingerprint_key" ON "Connection"("tenantId", "loginFingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "Account_connectionId_keyFingerprint_key" ON "Account"("connectionId", "keyFingerprint");

-- CreateIndex
CREATE INDEX "OutboxEvent_relayedAt_sequence_idx" ON "OutboxEvent"("relayedAt", "sequence");

-- AddForeignKey
ALTER TABLE "TenantKey" ADD CONSTRAINT "TenantKey_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BrandVersion" ADD CONSTRAINT "BrandVersion_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlowPolicyVersion" ADD CONSTRAINT "FlowPolicyVersion_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_brandId_fkey" FOREIGN KEY ("brandId") REFERENCES "BrandVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "FlowPolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransactionPage" ADD CONSTRAINT "TransactionPage_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

