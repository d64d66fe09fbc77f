package com.heyi.web.architecture.planted.mall;

/** Something of one module's web classes. */
public class ShopWindow {}
