-- AlterTable
ALTER TABLE "TenantDomain" ADD COLUMN     "findings" JSONB,
ADD COLUMN     "lostAt" TIMESTAMP(3);

