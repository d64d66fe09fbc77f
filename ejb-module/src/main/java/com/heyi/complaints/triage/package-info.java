/**
 * What can be learned from the texts of complaints, without a database: words of English and
 * Chinese, a model that suggests a label and says by which words (Tribuo), and the cases most like
 * one (Lucene). It suggests; people decide.
 */
package com.heyi.complaints.triage;
