package com.heyi.web.architecture.planted.books;

import jakarta.ws.rs.Path;

/** A resource of no module. */
@Path("/books")
class BooksResource {}
