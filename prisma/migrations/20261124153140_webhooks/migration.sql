-- CreateEnum
CREATE TYPE "WebhookEnvelope" AS ENUM ('standard', 'dialect');

-- CreateEnum
CREATE TYPE "WebhookDisabledReason" AS ENUM ('gone', 'failing', 'paused');

-- CreateEnum
CREATE TYPE "WebhookDeliveryStatus" AS ENUM ('waiting', 'delivered', 'given_up', 'withheld');

-- CreateEnum
CREATE TYPE "WebhookFailure" AS ENUM ('bad_status', 'timeout', 'unreachable', 'refused_address');

-- AlterTable
ALTER TABLE "OutboxEvent" ADD COLUMN     "dueAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "envelope" "WebhookEnvelope" NOT NULL,
    "eventNames" TEXT[],
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "secretSealed" BYTEA NOT NULL,
    "formerSecretSealed" BYTEA,
    "formerSecretEndsAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMP(3),
    "disabledReason" "WebhookDisabledReason",
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMP(3),
    "pausedUntil" TIMESTAMP(3),

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookMessage" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "eventName" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "onceId" TEXT,
    "isTest" BOOLEAN NOT NULL,
    "data" JSONB NOT NULL,
    "occurredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WebhookMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "endpointId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "status" "WebhookDeliveryStatus" NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "leaseId" TEXT,
    "leasedUntil" TIMESTAMP(3),
    "deliveredAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookTry" (
    "id" BIGSERIAL NOT NULL,
    "tenantId" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "statusCode" INTEGER,
    "failure" "WebhookFailure",
    "answerSealed" BYTEA,

    CONSTRAINT "WebhookTry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsentNotice" (
    "consentId" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ConsentNotice_pkey" PRIMARY KEY ("consentId","notice")
);

-- CreateIndex
CREATE INDEX "WebhookEndpoint_tenantId_createdAt_idx" ON "WebhookEndpoint"("tenantId", "createdAt");

-- CreateIndex
CREATE INDEX "WebhookMessage_tenantId_occurredAt_idx" ON "WebhookMessage"("tenantId", "occurredAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookMessage_tenantId_onceId_key" ON "WebhookMessage"("tenantId", "onceId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_status_dueAt_idx" ON "WebhookDelivery"("endpointId", "status", "dueAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_threadId_status_sequence_idx" ON "WebhookDelivery"("endpointId", "threadId", "status", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_endpointId_messageId_key" ON "WebhookDelivery"("endpointId", "messageId");

-- CreateIndex
CREATE INDEX "WebhookTry_deliveryId_id_idx" ON "WebhookTry"("deliveryId", "id");

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "WebhookMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookTry" ADD CONSTRAINT "WebhookTry_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "WebhookDelivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

