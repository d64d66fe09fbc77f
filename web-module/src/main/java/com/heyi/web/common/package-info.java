/**
 * What all resources and pages share. Rules of REST that hold for every resource are kept here:
 *
 * <ul>
 *   <li>POST needs {@code Idempotency-Key} ({@link com.heyi.web.common.IdempotencyKeyFilter});
 *   <li>PUT, PATCH and DELETE need {@code If-Match} ({@link com.heyi.web.common.ChangeFilter}), as
 *       does a POST that changes an existing record ({@link
 *       com.heyi.web.common.Versions#required});
 *   <li>a single record comes with its {@code ETag} ({@link com.heyi.web.common.Versions#read});
 *   <li>a list pages by cursor ({@link com.heyi.web.common.Lists});
 *   <li>errors are thrown as they come and become problem documents elsewhere.
 * </ul>
 *
 * <p>A resource is a class with {@code @Path} and {@code @RequestScoped} that injects a facade and
 * calls it. It is found by these two; nothing is registered.
 */
package com.heyi.web.common;
