ALTER TABLE "inventory_row" ADD COLUMN "application_name" text;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "applications_found" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "applications_read" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "applications_unreadable" integer DEFAULT 0 NOT NULL;