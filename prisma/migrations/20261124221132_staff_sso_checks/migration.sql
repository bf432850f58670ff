-- DropIndex
DROP INDEX "StaffSso_domain_verifiedAt_idx";

-- AlterTable
ALTER TABLE "StaffSession" ADD COLUMN     "isByOperator" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isVouched" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "StaffSignIn" ADD COLUMN     "isByOperator" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "StaffSso" ADD COLUMN     "checkResult" TEXT,
ADD COLUMN     "checkedAt" TIMESTAMP(3),
ADD COLUMN     "foundRecords" TEXT[],
ADD COLUMN     "heldDomain" TEXT,
ADD COLUMN     "provesFactor" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "revision" TEXT NOT NULL,
ADD COLUMN     "workedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "StaffSession_ssoTenantId_idx" ON "StaffSession"("ssoTenantId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSso_heldDomain_key" ON "StaffSso"("heldDomain");

