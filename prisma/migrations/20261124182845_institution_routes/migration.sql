-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "callbackHash" BYTEA,
ADD COLUMN     "routeId" TEXT;

-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "routeId" TEXT;

-- CreateTable
CREATE TABLE "InstitutionRoute" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "institutionId" INTEGER NOT NULL,
    "connectorId" TEXT NOT NULL,
    "upstreamKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "settingsSealed" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "disabledAt" TIMESTAMP(3),

    CONSTRAINT "InstitutionRoute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "InstitutionRoute_tenantId_institutionId_position_idx" ON "InstitutionRoute"("tenantId", "institutionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "InstitutionRoute_tenantId_institutionId_connectorId_key" ON "InstitutionRoute"("tenantId", "institutionId", "connectorId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_callbackHash_key" ON "Attempt"("callbackHash");

