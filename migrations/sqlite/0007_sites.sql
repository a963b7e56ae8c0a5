CREATE TABLE `sites` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`contact` text,
	`is_retired` integer DEFAULT false,
	`key` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE UNIQUE INDEX `sites_key_idx` ON `sites` (`key`);
CREATE INDEX `sites_updated_at_idx` ON `sites` (`updated_at`);
CREATE INDEX `sites_created_at_idx` ON `sites` (`created_at`);
CREATE TABLE `sites_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`channels_id` text(36),
	FOREIGN KEY (`parent_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`channels_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `sites_rels_order_idx` ON `sites_rels` (`order`);
CREATE INDEX `sites_rels_parent_idx` ON `sites_rels` (`parent_id`);
CREATE INDEX `sites_rels_path_idx` ON `sites_rels` (`path`);
CREATE INDEX `sites_rels_channels_id_idx` ON `sites_rels` (`channels_id`);
ALTER TABLE `payload_locked_documents_rels` ADD `sites_id` text(36) REFERENCES sites(id);
CREATE INDEX `payload_locked_documents_rels_sites_id_idx` ON `payload_locked_documents_rels` (`sites_id`);
