-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "shown" TEXT[] DEFAULT ARRAY[]::TEXT[];
-- A form changes a visit's row in place, for which its page needs room (decision 0137).
ALTER TABLE "Session" SET (fillfactor = 85);
