ALTER TABLE `releases` ADD `basis` text;
