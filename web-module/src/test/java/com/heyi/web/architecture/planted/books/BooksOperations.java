package com.heyi.web.architecture.planted.books;

import jakarta.jws.WebService;

/** SOAP operations of no module. */
@WebService
interface BooksOperations {}
