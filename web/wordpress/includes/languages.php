<?php
/**
 * Languages: of the plugin's own words, and of the widget.
 *
 * @package recovery-timeline
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'recovery_timeline_load_words', 1 );
add_filter( 'load_textdomain_mofile', 'recovery_timeline_words_file', 10, 2 );
add_filter( 'load_script_translation_file', 'recovery_timeline_script_words_file', 10, 3 );

/** The plugin brings its translations along. */
function recovery_timeline_load_words() {
	load_plugin_textdomain( 'recovery-timeline', false, dirname( plugin_basename( RECOVERY_TIMELINE_FILE ) ) . '/languages' );
}

/**
 * Our file of the same language where there is none of the locale: German of Austria gets German.
 *
 * @param string $file A file of ours, with "recovery-timeline-<locale>" in its name.
 */
function recovery_timeline_nearest_file( $file ) {
	$ours = array( 'ar' => 'ar', 'de' => 'de_DE', 'es' => 'es_ES', 'fr' => 'fr_FR', 'pt' => 'pt_BR' );
	if ( is_readable( $file ) || ! preg_match( '/^recovery-timeline-([a-z]+)(?:_[A-Za-z0-9_]+)?([.-].*)$/', basename( $file ), $parts ) || ! isset( $ours[ $parts[1] ] ) ) {
		return $file;
	}
	$near = dirname( RECOVERY_TIMELINE_FILE ) . '/languages/recovery-timeline-' . $ours[ $parts[1] ] . $parts[2];
	return is_readable( $near ) ? $near : $file;
}

/**
 * Filter of the file with the words for PHP.
 *
 * @param string $file   The file that WordPress looks for.
 * @param string $domain Whose words.
 */
function recovery_timeline_words_file( $file, $domain ) {
	return 'recovery-timeline' === $domain ? recovery_timeline_nearest_file( $file ) : $file;
}

/**
 * Filter of the file with the words for the editor.
 *
 * @param string|false $file   The file that WordPress looks for.
 * @param string       $handle Whose script.
 * @param string       $domain Whose words.
 */
function recovery_timeline_script_words_file( $file, $handle, $domain ) {
	return $file && 'recovery-timeline' === $domain ? recovery_timeline_nearest_file( $file ) : $file;
}

/** What the build tells of the widget: its script, its languages with a few of their words, its treatments. */
function recovery_timeline_widget() {
	static $widget = null;
	if ( null === $widget ) {
		$widget = wp_json_file_decode( dirname( RECOVERY_TIMELINE_FILE ) . '/widget/widget.json', array( 'associative' => true ) );
	}
	return $widget;
}

/**
 * The language of the widget for a language of the page: the same, else one that begins alike, else the
 * first, as the widget itself chooses.
 *
 * @param string $asked BCP 47.
 */
function recovery_timeline_language( $asked ) {
	$offered = array_keys( recovery_timeline_widget()['languages'] );
	foreach ( $offered as $tag ) {
		if ( strtolower( $tag ) === strtolower( $asked ) ) {
			return $tag;
		}
	}
	foreach ( $offered as $tag ) {
		if ( strtok( strtolower( $tag ), '-' ) === strtok( strtolower( $asked ), '-' ) ) {
			return $tag;
		}
	}
	return $offered[0];
}
