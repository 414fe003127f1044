// Package page holds the pages that belong to no room: what went wrong, and what to do next.
package page
