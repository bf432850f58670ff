-- CreateTable
CREATE TABLE "StaffSetupLink" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "openedAt" TIMESTAMP(3),
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "StaffSetupLink_pkey" PRIMARY KEY ("tenantId")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffSetupLink_id_key" ON "StaffSetupLink"("id");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSetupLink_tokenHash_key" ON "StaffSetupLink"("tokenHash");
