<?php
/**
 * What the block is on a page.
 *
 * @package recovery-timeline
 * @var array $attributes The block's attributes, as somebody has stored them.
 */

defined( 'ABSPATH' ) || exit;

// Both parts are escaped where they are made.
echo '<div ' . get_block_wrapper_attributes() . '>' . recovery_timeline_element( $attributes ) . '</div>'; // phpcs:ignore WordPress.Security.EscapeOutput
