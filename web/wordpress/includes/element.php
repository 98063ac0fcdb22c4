<?php
/**
 * The element, as the block and the shortcode put it into a page: with the clinic's document and the short
 * result inside, so that the page reads without script.
 *
 * @package recovery-timeline
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'recovery_timeline_register_script' );
add_filter( 'script_loader_tag', 'recovery_timeline_script_tag', 10, 2 );
add_shortcode( 'recovery_timeline', 'recovery_timeline_shortcode' );

/** Registered for every page, printed only where the element stands. */
function recovery_timeline_register_script() {
	wp_register_script( 'recovery-timeline', recovery_timeline_script(), array(), RECOVERY_TIMELINE_VERSION, true );
}

/** The address of the widget's script. */
function recovery_timeline_script() {
	return plugins_url( 'widget/' . recovery_timeline_widget()['script'], RECOVERY_TIMELINE_FILE );
}

/**
 * How our script is loaded: as a module, where it is one, and never before the page is read.
 *
 * @param string $tag    The script's tag.
 * @param string $handle Whose.
 */
function recovery_timeline_script_tag( $tag, $handle ) {
	if ( 'recovery-timeline' !== $handle ) {
		return $tag;
	}
	$tag  = preg_replace( '/ type=([\'"])text\/javascript\1/', '', $tag );
	$kind = recovery_timeline_widget()['module'] ? ' type="module"' : ' defer';
	return preg_replace( '/<script(?= )/', '<script' . $kind, $tag, 1 );
}

/**
 * The shortcode [recovery_timeline language="de" treatment="acne_scars" accent="#7a2d42" clinic="main"].
 *
 * @param array|string $attributes As they stand in the text.
 */
function recovery_timeline_shortcode( $attributes ) {
	$known = array( 'language' => '', 'treatment' => '', 'accent' => '', 'clinic' => '' );
	return recovery_timeline_element( shortcode_atts( $known, $attributes, 'recovery_timeline' ) );
}

/**
 * What an author has set, with all that cannot be taken left out.
 *
 * @param array $given The attributes of block or shortcode.
 * @return array language, treatment, accent, clinic: texts, empty where the usual one is meant.
 */
function recovery_timeline_settings( array $given ) {
	$text = function ( $key ) use ( $given ) {
		return isset( $given[ $key ] ) && is_string( $given[ $key ] ) ? trim( $given[ $key ] ) : '';
	};
	$language = str_replace( '_', '-', $text( 'language' ) );
	return array(
		'language'  => preg_match( '/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/D', $language ) ? $language : '',
		'treatment' => preg_match( '/^[a-z0-9_]{1,80}$/D', $text( 'treatment' ) ) ? $text( 'treatment' ) : '',
		'accent'    => (string) sanitize_hex_color( $text( 'accent' ) ),
		'clinic'    => sanitize_key( $text( 'clinic' ) ),
	);
}

/**
 * The element.
 *
 * @param array $given The attributes of block or shortcode, from anybody.
 * @return string HTML.
 */
function recovery_timeline_element( array $given ) {
	$settings = recovery_timeline_settings( $given );
	$document = recovery_timeline_document( $settings['clinic'] );
	$language = recovery_timeline_language( $settings['language'] ? $settings['language'] : get_bloginfo( 'language' ) );
	$short    = recovery_timeline_short( $document, $language );
	if ( is_feed() ) {
		return $short;
	}
	wp_enqueue_script( 'recovery-timeline' );

	$names = recovery_timeline_treatments( $document, $language );
	if ( isset( $names[ $settings['treatment'] ] ) ) {
		$document = recovery_timeline_with_first( $document, $settings['treatment'] );
	}
	$tag = '<recovery-timeline';
	if ( $settings['language'] ) {
		$tag .= ' lang="' . esc_attr( $settings['language'] ) . '"';
	}
	if ( $settings['accent'] ) {
		$tag .= ' style="--rt-accent:' . esc_attr( $settings['accent'] ) . '"';
	}
	return $tag . '>' . recovery_timeline_json( $document ) . $short . '</recovery-timeline>';
}

/**
 * The document as the element reads it.
 *
 * @param stdClass $document A decoded document.
 * @return string HTML, empty for an empty document.
 */
function recovery_timeline_json( stdClass $document ) {
	if ( ! get_object_vars( $document ) ) {
		return '';
	}
	$json = wp_json_encode( $document, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION );
	// WordPress looks for shortcodes in all that a block has made: in texts a "[" is written otherwise.
	$json = preg_replace_callback( '/"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+"/', 'recovery_timeline_without_brackets', $json );
	return '<script type="application/json">' . $json . '</script>';
}

/**
 * A JSON text without "[".
 *
 * @param string[] $found The text.
 */
function recovery_timeline_without_brackets( $found ) {
	return str_replace( '[', '\\u005b', $found[0] );
}

/**
 * The document in which a treatment is the one that is shown first.
 *
 * @param stdClass $document A decoded document.
 * @param string   $key      The treatment.
 */
function recovery_timeline_with_first( stdClass $document, $key ) {
	$fields    = isset( $document->fields ) && $document->fields instanceof stdClass ? clone $document->fields : new stdClass();
	$treatment = isset( $fields->treatment ) && $fields->treatment instanceof stdClass ? clone $fields->treatment : new stdClass();
	$document  = clone $document;

	$treatment->default = $key;
	$fields->treatment  = $treatment;
	$document->fields   = $fields;
	return $document;
}

/**
 * The short result: who the clinic is, then what the build made for this language; without our figures
 * where the clinic has its own.
 *
 * @param stdClass $document A decoded document.
 * @param string   $language One of the widget's.
 * @return string HTML.
 */
function recovery_timeline_short( stdClass $document, $language ) {
	// The build's own files; the language is one of its list, so no path of anybody's.
	$folder = dirname( RECOVERY_TIMELINE_FILE ) . '/widget/';
	$file   = $folder . 'short/' . $language . '.html';
	if ( ! recovery_timeline_is_usual( $document ) || ! is_readable( $file ) ) {
		$file = $folder . 'plain/' . $language . '.html';
	}
	$short = (string) file_get_contents( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions
	$about = recovery_timeline_widget()['languages'][ $language ];

	// Its style sheet once a page is enough.
	static $styled = false;
	$style         = '';
	if ( preg_match( '/^\s*(<style>.*?<\/style>)\s*/s', $short, $found ) ) {
		$short  = substr( $short, strlen( $found[0] ) );
		$style  = $styled || is_feed() ? '' : $found[1];
		$styled = $styled || ! is_feed();
	}
	$open = sprintf( '<div class="recovery-timeline-short" lang="%s" dir="%s">', esc_attr( $language ), esc_attr( $about['direction'] ) );
	return $style . $open . recovery_timeline_contact( $document, $language ) . $short . '</div>';
}

/**
 * Name and phone of the clinic.
 *
 * @param stdClass $document A decoded document.
 * @param string   $language One of the widget's.
 * @return string HTML, empty where the document names neither.
 */
function recovery_timeline_contact( stdClass $document, $language ) {
	$clinic = isset( $document->clinic ) && $document->clinic instanceof stdClass ? $document->clinic : new stdClass();
	$name   = recovery_timeline_text( isset( $clinic->name ) ? $clinic->name : '', $language );
	$phone  = recovery_timeline_text( isset( $clinic->phone ) ? $clinic->phone : '', $language );
	$parts  = array();
	if ( '' !== $name ) {
		$parts[] = '<strong>' . str_replace( '[', '&#91;', esc_html( $name ) ) . '</strong>';
	}
	if ( preg_match( '/^[0-9 +().\/-]*$/D', $phone ) && preg_match( '/[0-9].*[0-9].*[0-9]/', $phone ) ) {
		$number  = preg_replace( '/[^0-9+]/', '', $phone );
		$parts[] = '<a href="' . esc_url( 'tel:' . $number, array( 'tel' ) ) . '" dir="ltr">' . esc_html( $phone ) . '</a>';
	}
	return $parts ? '<p class="recovery-timeline-clinic">' . implode( ' ', $parts ) . '</p>' : '';
}
