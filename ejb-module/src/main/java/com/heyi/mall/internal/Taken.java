package com.heyi.mall.internal;

import com.heyi.shared.value.Points;
import java.util.UUID;

/** Points that were taken from a lot and have not been given back. */
record Taken(UUID lotId, Points points) {}
