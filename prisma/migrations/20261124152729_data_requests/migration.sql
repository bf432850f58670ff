-- CreateEnum
CREATE TYPE "ClientCredentialKind" AS ENUM ('secret', 'x_api_key');

-- AlterEnum
ALTER TYPE "Front" ADD VALUE 'api';

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "numberFingerprint" BYTEA,
ADD COLUMN     "traitsFingerprint" BYTEA;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "isDispatched" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "calledAt" TIMESTAMP(3),
ADD COLUMN     "isBusiness" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isRefreshedNightly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "refreshFailures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "refreshFault" TEXT,
ADD COLUMN     "refreshTriedAt" TIMESTAMP(3),
ADD COLUMN     "refreshedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Tenant" ADD COLUMN     "mayLinkByApi" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ClientCredential" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "kind" "ClientCredentialKind" NOT NULL,
    "keyHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "ClientCredential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorizeToken" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "spentAt" TIMESTAMP(3),
    "requestId" UUID,

    CONSTRAINT "AuthorizeToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataRequest" (
    "id" UUID NOT NULL,
    "tenantId" TEXT NOT NULL,
    "sessionId" TEXT,
    "attemptId" TEXT,
    "connectionId" TEXT,
    "tag" TEXT,
    "keepsLogin" BOOLEAN NOT NULL DEFAULT true,
    "wishes" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "authorizedAt" TIMESTAMP(3),
    "refreshSince" TIMESTAMP(3),
    "readAt" TIMESTAMP(3),

    CONSTRAINT "DataRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ClientCredential_tenantId_kind_keyHash_key" ON "ClientCredential"("tenantId", "kind", "keyHash");

-- CreateIndex
CREATE UNIQUE INDEX "AuthorizeToken_tokenHash_key" ON "AuthorizeToken"("tokenHash");

-- CreateIndex
CREATE INDEX "AuthorizeToken_tenantId_createdAt_idx" ON "AuthorizeToken"("tenantId", "createdAt");

-- CreateIndex
CREATE INDEX "DataRequest_connectionId_askedAt_idx" ON "DataRequest"("connectionId", "askedAt");

-- CreateIndex
CREATE INDEX "DataRequest_tenantId_createdAt_idx" ON "DataRequest"("tenantId", "createdAt");

-- CreateIndex
CREATE INDEX "Connection_isRefreshedNightly_refreshTriedAt_idx" ON "Connection"("isRefreshedNightly", "refreshTriedAt");

