-- CreateTable
CREATE TABLE "StaffProvision" (
    "tenantId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "profileSealed" BYTEA NOT NULL,
    "roles" "StaffRole"[],
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StaffProvision_pkey" PRIMARY KEY ("tenantId","memberId")
);

-- CreateTable
CREATE TABLE "StaffScimToken" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMP(3),
    "endsAt" TIMESTAMP(3),

    CONSTRAINT "StaffScimToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StaffProvision_memberId_idx" ON "StaffProvision"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffScimToken_tokenHash_key" ON "StaffScimToken"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffScimToken_tenantId_idx" ON "StaffScimToken"("tenantId");

-- AddForeignKey
ALTER TABLE "StaffProvision" ADD CONSTRAINT "StaffProvision_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

