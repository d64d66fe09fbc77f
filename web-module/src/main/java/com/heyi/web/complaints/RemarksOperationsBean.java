package com.heyi.web.complaints;

import com.heyi.complaints.AnswerRemark;
import com.heyi.complaints.RemarksFacade;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers {@link RemarksOperations}. */
@ApplicationScoped
public class RemarksOperationsBean implements RemarksOperations {
  @Inject private RemarksFacade remarks;

  @Override
  public SoapRemark recordRemark(String requestId, SoapNewRemark remark) {
    if (remark == null) {
      throw CommonError.invalid("remark", "constraint.NotNull");
    }
    return new SoapRemark(remarks.record(remark.command()));
  }

  @Override
  public List<SoapRemark> listRemarks(String status) {
    Map<String, String> filters = new HashMap<>();
    filters.put("status", status);
    return remarks
        .list(PageRequest.after(null, PageRequest.MAX_LIMIT, null, filters))
        .items()
        .stream()
        .map(SoapRemark::new)
        .toList();
  }

  @Override
  public SoapRemark answerRemark(String requestId, String remarkId, Long version, String answer) {
    if (remarkId == null) {
      throw CommonError.invalid("remarkId", "constraint.NotNull");
    }
    if (version == null) {
      throw CommonError.invalid("version", "constraint.NotNull");
    }
    return new SoapRemark(
        remarks.answer(new AnswerRemark(Ids.parse(remarkId.strip()), version, answer)));
  }
}
