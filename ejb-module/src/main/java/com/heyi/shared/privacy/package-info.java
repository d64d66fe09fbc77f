/**
 * What every module that holds something about a person offers to the privacy module: to export it,
 * to erase it, and to forget what is over its time. Nobody reaches into another's tables for it.
 */
package com.heyi.shared.privacy;
