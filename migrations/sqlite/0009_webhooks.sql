CREATE TABLE `webhooks` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`site_id` text(36) NOT NULL,
	`address` text NOT NULL,
	`is_on` integer DEFAULT true,
	`off_reason` text,
	`key` text NOT NULL,
	`secrets` text,
	`since` numeric,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `webhooks_site_idx` ON `webhooks` (`site_id`);
CREATE UNIQUE INDEX `webhooks_key_idx` ON `webhooks` (`key`);
CREATE INDEX `webhooks_updated_at_idx` ON `webhooks` (`updated_at`);
CREATE INDEX `webhooks_created_at_idx` ON `webhooks` (`created_at`);
CREATE TABLE `deliveries` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`site` text NOT NULL,
	`webhook` text NOT NULL,
	`type` text NOT NULL,
	`release` numeric,
	`state` text NOT NULL,
	`problem` text,
	`at` text NOT NULL,
	`due_at` text,
	`delivered_at` text,
	`attempts` text,
	`event` text NOT NULL,
	`event_id` text NOT NULL,
	`tries` numeric DEFAULT 0 NOT NULL,
	`key` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE INDEX `deliveries_site_idx` ON `deliveries` (`site`);
CREATE INDEX `deliveries_webhook_idx` ON `deliveries` (`webhook`);
CREATE INDEX `deliveries_release_idx` ON `deliveries` (`release`);
CREATE INDEX `deliveries_state_idx` ON `deliveries` (`state`);
CREATE INDEX `deliveries_at_idx` ON `deliveries` (`at`);
CREATE INDEX `deliveries_due_at_idx` ON `deliveries` (`due_at`);
CREATE UNIQUE INDEX `deliveries_key_idx` ON `deliveries` (`key`);
CREATE INDEX `deliveries_updated_at_idx` ON `deliveries` (`updated_at`);
CREATE INDEX `deliveries_created_at_idx` ON `deliveries` (`created_at`);
ALTER TABLE `payload_locked_documents_rels` ADD `webhooks_id` text(36) REFERENCES webhooks(id);
CREATE INDEX `payload_locked_documents_rels_webhooks_id_idx` ON `payload_locked_documents_rels` (`webhooks_id`);
