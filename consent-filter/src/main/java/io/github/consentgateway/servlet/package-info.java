/**
 * The gate as a servlet filter, for any Jakarta Servlet 6 container. The filter goes first; it
 * judges every cookie that passes the servlet API and hides what the application may not read. What
 * a portable filter cannot see (cookies that the container sets itself, filters outside it, code
 * that unwraps the response) is the business of an edge inside the container.
 */
@NullMarked
package io.github.consentgateway.servlet;

import org.jspecify.annotations.NullMarked;
