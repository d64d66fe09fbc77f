/* What somebody has typed: read from a page's forms, and put again into what was drawn anew since. */
window.heyi = window.heyi || {};
window.heyi.typed = (function () {
  "use strict";

  var FIELDS = "input[name]:not([type='hidden'], [type='file'], [type='password'], [type='checkbox'], [type='radio']), textarea[name], select[name]";

  /* Not those that complete what is typed: what they show is not what they send. */
  function isTypedIn(field) {
    return field.form && field.form.method === "post" && field.closest("main, .ui-dialog") && !field.closest(".hy-filters, .ui-autocomplete");
  }

  function fields(root) {
    var found = Array.prototype.slice.call(root.querySelectorAll(FIELDS));
    if (root !== document && root.matches(FIELDS)) {
      found.push(root);
    }
    return found.filter(isTypedIn);
  }

  function name(field) {
    return field.form.id + " " + field.name;
  }

  /* What the forms hold, by the names of their fields. */
  function of(root) {
    var held = {};
    fields(root).forEach(function (field) {
      held[name(field)] = field.value;
    });
    return held;
  }

  function offers(menu, wanted) {
    return Array.prototype.some.call(menu.options, function (option) {
      return option.value === wanted;
    });
  }

  function put(field, wanted) {
    var widget = window.PrimeFaces.getWidgetById(field.id.replace(/_input$/, ""));
    if (widget && widget.autonumeric) {
      widget.autonumeric.set(wanted.replace(/,/g, ""));
      widget.copyValueToHiddenInput();
    } else if (field.tagName !== "SELECT") {
      field.value = wanted;
    } else if (offers(field, wanted) && widget && widget.selectValue) {
      widget.selectValue(wanted);
    }
  }

  /* Puts values into the fields of their names. */
  function give(root, held) {
    fields(root).forEach(function (field) {
      var wanted = held[name(field)];
      if (wanted !== undefined && wanted !== field.value && !field.disabled) {
        put(field, wanted);
      }
    });
  }

  return { of: of, give: give };
})();
