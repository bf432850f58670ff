-- AlterTable
ALTER TABLE "StaffSso" ADD COLUMN     "lostAt" TIMESTAMP(3);
