-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "discardedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "IdentityClaim" ADD COLUMN     "referenceFingerprint" BYTEA;

-- AlterTable
ALTER TABLE "Link" ADD COLUMN     "referenceFingerprint" BYTEA;

-- CreateIndex
CREATE INDEX "IdentityClaim_tenantId_referenceFingerprint_idx" ON "IdentityClaim"("tenantId", "referenceFingerprint");

-- CreateIndex
CREATE INDEX "Link_tenantId_referenceFingerprint_id_idx" ON "Link"("tenantId", "referenceFingerprint", "id");

