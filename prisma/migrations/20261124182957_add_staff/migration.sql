-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('owner', 'brand_editor', 'consent_editor', 'approver', 'analyst', 'support', 'developer');

-- CreateTable
CREATE TABLE "HouseKey" (
    "id" TEXT NOT NULL,
    "purpose" "TenantKeyPurpose" NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "kekId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HouseKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" TEXT NOT NULL,
    "emailSealed" BYTEA NOT NULL,
    "emailFingerprint" BYTEA NOT NULL,
    "nameSealed" BYTEA,
    "language" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffMembership" (
    "tenantId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "role" "StaffRole" NOT NULL,
    "invitedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "joinedAt" TIMESTAMP(3),

    CONSTRAINT "StaffMembership_pkey" PRIMARY KEY ("tenantId","memberId")
);

-- CreateTable
CREATE TABLE "StaffSignIn" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "spentAt" TIMESTAMP(3),

    CONSTRAINT "StaffSignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "ssoTenantId" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "provenAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_emailFingerprint_key" ON "StaffMember"("emailFingerprint");

-- CreateIndex
CREATE INDEX "StaffMembership_memberId_idx" ON "StaffMembership"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSignIn_tokenHash_key" ON "StaffSignIn"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffSignIn_memberId_idx" ON "StaffSignIn"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSession_tokenHash_key" ON "StaffSession"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffSession_memberId_endedAt_idx" ON "StaffSession"("memberId", "endedAt");

-- AddForeignKey
ALTER TABLE "StaffMembership" ADD CONSTRAINT "StaffMembership_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSignIn" ADD CONSTRAINT "StaffSignIn_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

