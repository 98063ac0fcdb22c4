<?php
/**
 * Where a text stops being JSON. PHP's own reader does not tell, and drops a name that stands twice.
 *
 * @package recovery-timeline
 */

defined( 'ABSPATH' ) || exit;

/**
 * The first thing wrong with the grammar of a JSON text.
 *
 * @param string $text The text.
 * @return array|null array( 'path' => 'Line 2, column 5', 'reason' => '…' ).
 */
function recovery_timeline_syntax( $text ) {
	$tokens = '~\G[ \t\r\n]*+(?:([{}\[\],:])|("(?:[^"\\\\\x00-\x1f]++|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+")|(-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][+-]?\d++)?+(?![\w.])|(?:true|false|null)\b))~';
	$end    = strlen( rtrim( $text, " \t\r\n" ) );
	$open   = array(); // For each "{" the names in it so far, for each "[" null.
	$wanted = 'value'; // value, value or ], name, name or }, :, or what follows a value.
	for ( $at = 0; $at < $end; $at += strlen( $found[0] ) ) {
		if ( ! preg_match( $tokens, $text, $found, 0, $at ) ) {
			return recovery_timeline_at( $text, $at + strspn( $text, " \t\r\n", $at ) );
		}
		$token  = isset( $found[2] ) && '' !== $found[2] ? 'text' : ( isset( $found[3] ) ? 'literal' : $found[1] );
		$start  = $at + strlen( $found[0] ) - strlen( ltrim( $found[0], " \t\r\n" ) );
		$object = $open && null !== end( $open );
		if ( 'text' === $token && in_array( $wanted, array( 'name', 'name or }' ), true ) ) {
			$name = $found[2];
			if ( isset( $open[ count( $open ) - 1 ][ $name ] ) ) {
				/* translators: %s: a name in quotes */
				return recovery_timeline_at( $text, $start, sprintf( __( 'The name %s stands twice here. Keep one of them.', 'recovery-timeline' ), $name ) );
			}
			$open[ count( $open ) - 1 ][ $name ] = true;

			$wanted = ':';
		} elseif ( ':' === $token && ':' === $wanted ) {
			$wanted = 'value';
		} elseif ( ( '{' === $token || '[' === $token ) && 'value' === substr( $wanted, 0, 5 ) ) {
			$open[] = '{' === $token ? array() : null;
			$wanted = '{' === $token ? 'name or }' : 'value or ]';
		} elseif ( ( 'text' === $token || 'literal' === $token ) && 'value' === substr( $wanted, 0, 5 ) ) {
			$wanted = 'more';
		} elseif ( ',' === $token && 'more' === $wanted && $open ) {
			$wanted = $object ? 'name' : 'value';
		} elseif ( $open && ( $object ? '}' : ']' ) === $token && ( 'more' === $wanted || substr( $wanted, -1 ) === $token ) ) {
			array_pop( $open );
			$wanted = 'more';
		} else {
			return recovery_timeline_at( $text, $start );
		}
	}
	return $open || 'more' !== $wanted ? recovery_timeline_at( $text, $end ) : null;
}

/**
 * A complaint with line and column.
 *
 * @param string      $text   The text.
 * @param int         $at     Where in it, in bytes.
 * @param string|null $reason The reason, if it is not the grammar.
 */
function recovery_timeline_at( $text, $at, $reason = null ) {
	$before = substr( $text, 0, $at );
	$line   = substr( $before, (int) strrpos( "\n" . $before, "\n" ) );
	return array(
		/* translators: 1: number of a line, 2: number of a column */
		'path'   => sprintf( __( 'Line %1$d, column %2$d', 'recovery-timeline' ), substr_count( $before, "\n" ) + 1, mb_strlen( $line, 'UTF-8' ) + 1 ),
		'reason' => null === $reason ? __( 'This is no JSON. Look for a missing or extra comma, quote or bracket here or just before.', 'recovery-timeline' ) : $reason,
	);
}
