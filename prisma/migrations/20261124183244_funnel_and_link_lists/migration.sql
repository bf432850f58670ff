-- CreateEnum
CREATE TYPE "Device" AS ENUM ('phone', 'tablet', 'desktop');

-- AlterTable
ALTER TABLE "Link" ADD COLUMN     "batchId" TEXT,
ADD COLUMN     "institutionId" INTEGER,
ADD COLUMN     "sendFailedAt" TIMESTAMP(3),
ADD COLUMN     "sentAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "countedAt" TIMESTAMP(3),
ADD COLUMN     "device" "Device",
ADD COLUMN     "reference" TEXT;

-- CreateTable
CREATE TABLE "LinkBatch" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "isMailed" BOOLEAN NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMP(3),
    "addressesTakenAt" TIMESTAMP(3),

    CONSTRAINT "LinkBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkBatchRow" (
    "batchId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "tenantId" TEXT NOT NULL,
    "cellsSealed" BYTEA NOT NULL,
    "flaws" JSONB NOT NULL,
    "isFlawed" BOOLEAN NOT NULL,
    "linkId" TEXT,

    CONSTRAINT "LinkBatchRow_pkey" PRIMARY KEY ("batchId","line")
);

-- CreateTable
CREATE TABLE "FunnelDay" (
    "tenantId" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL,
    "day" DATE NOT NULL,
    "front" "Front" NOT NULL,
    "preset" "OrderPreset" NOT NULL,
    "institutionId" INTEGER NOT NULL,
    "device" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "brandVersion" INTEGER NOT NULL,
    "policyVersion" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "entered" INTEGER NOT NULL,
    "finished" INTEGER NOT NULL,
    "troubled" INTEGER NOT NULL,
    "seconds" BIGINT NOT NULL,
    "upTo5" INTEGER NOT NULL,
    "upTo10" INTEGER NOT NULL,
    "upTo20" INTEGER NOT NULL,
    "upTo30" INTEGER NOT NULL,
    "upTo60" INTEGER NOT NULL,
    "upTo120" INTEGER NOT NULL,
    "upTo300" INTEGER NOT NULL,
    "upTo600" INTEGER NOT NULL,
    "upTo1800" INTEGER NOT NULL,
    "beyond" INTEGER NOT NULL,

    CONSTRAINT "FunnelDay_pkey" PRIMARY KEY ("tenantId","isDemo","day","front","preset","institutionId","device","language","brandVersion","policyVersion","step")
);

-- CreateTable
CREATE TABLE "FunnelProblem" (
    "tenantId" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL,
    "day" DATE NOT NULL,
    "front" "Front" NOT NULL,
    "preset" "OrderPreset" NOT NULL,
    "institutionId" INTEGER NOT NULL,
    "device" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "brandVersion" INTEGER NOT NULL,
    "policyVersion" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "visits" INTEGER NOT NULL,

    CONSTRAINT "FunnelProblem_pkey" PRIMARY KEY ("tenantId","isDemo","day","front","preset","institutionId","device","language","brandVersion","policyVersion","step","problem")
);

-- CreateIndex
CREATE INDEX "LinkBatch_tenantId_id_idx" ON "LinkBatch"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "LinkBatchRow_linkId_key" ON "LinkBatchRow"("linkId");

-- CreateIndex
CREATE INDEX "LinkBatchRow_batchId_isFlawed_linkId_line_idx" ON "LinkBatchRow"("batchId", "isFlawed", "linkId", "line");

-- CreateIndex
CREATE INDEX "Link_tenantId_batchId_id_idx" ON "Link"("tenantId", "batchId", "id");

-- CreateIndex
CREATE INDEX "Link_tenantId_tag_id_idx" ON "Link"("tenantId", "tag", "id");

-- CreateIndex
CREATE INDEX "Session_tenantId_reference_idx" ON "Session"("tenantId", "reference");

-- CreateIndex
CREATE INDEX "Session_tenantId_tag_id_idx" ON "Session"("tenantId", "tag", "id");

-- CreateIndex
CREATE INDEX "Session_countedAt_endedAt_idx" ON "Session"("countedAt", "endedAt");

-- AddForeignKey
ALTER TABLE "LinkBatchRow" ADD CONSTRAINT "LinkBatchRow_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "LinkBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

