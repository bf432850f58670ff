-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "endsAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "ClientCredential" ADD COLUMN     "hint" TEXT;

-- AlterTable
ALTER TABLE "StaffMember" ADD COLUMN     "totpConfirmedAt" TIMESTAMP(3),
ADD COLUMN     "totpSealed" BYTEA,
ADD COLUMN     "totpStep" INTEGER;

-- AlterTable
ALTER TABLE "StaffSession" ADD COLUMN     "challengeHash" BYTEA,
ADD COLUMN     "revealSealed" BYTEA;

-- CreateTable
CREATE TABLE "StaffPasskey" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "credentialHash" BYTEA NOT NULL,
    "documentSealed" BYTEA NOT NULL,
    "counter" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMP(3),

    CONSTRAINT "StaffPasskey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffRecoveryCode" (
    "memberId" TEXT NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "spentAt" TIMESTAMP(3),

    CONSTRAINT "StaffRecoveryCode_pkey" PRIMARY KEY ("memberId","codeHash")
);

-- CreateTable
CREATE TABLE "StaffSso" (
    "tenantId" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "clientSecretSealed" BYTEA NOT NULL,
    "domain" TEXT NOT NULL,
    "txtRecord" TEXT NOT NULL,
    "verifiedAt" TIMESTAMP(3),
    "isRequired" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffSso_pkey" PRIMARY KEY ("tenantId")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffPasskey_credentialHash_key" ON "StaffPasskey"("credentialHash");

-- CreateIndex
CREATE INDEX "StaffPasskey_memberId_idx" ON "StaffPasskey"("memberId");

-- CreateIndex
CREATE INDEX "StaffSso_domain_verifiedAt_idx" ON "StaffSso"("domain", "verifiedAt");

-- AddForeignKey
ALTER TABLE "StaffPasskey" ADD CONSTRAINT "StaffPasskey_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffRecoveryCode" ADD CONSTRAINT "StaffRecoveryCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

