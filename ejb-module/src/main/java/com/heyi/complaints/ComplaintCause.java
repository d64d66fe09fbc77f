package com.heyi.complaints;

/**
 * Why a complaint arose: the ten causes of JR/T 0169-2018 (facet C, 按投诉原因分类), in the standard's
 * order. The texts carry its wording.
 */
public enum ComplaintCause {
  /** 因服务态度及服务质量引起的投诉. */
  SERVICE_ATTITUDE,
  /** 因服务设施、设备、业务系统引起的投诉. */
  FACILITIES,
  /** 因管理制度、业务规则与流程引起的投诉. */
  RULES_PROCESS,
  /** 因营销方式引起的投诉. */
  MARKETING,
  /** 因信息披露引起的投诉. */
  DISCLOSURE,
  /** 因产品收益引起的投诉. */
  RETURNS,
  /** 因自主选择权引起的投诉. */
  CHOICE,
  /** 因合同条款引起的投诉. */
  CONTRACT_TERMS,
  /** 因消费者资金安全引起的投诉. */
  FUND_SAFETY,
  /** 因消费者信息安全引起的投诉. */
  INFORMATION_SAFETY
}
