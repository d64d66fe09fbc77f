package com.heyi.web.soap;

import com.heyi.web.accounts.AccountsOperations;
import com.heyi.web.accounts.UpgradeOperations;
import com.heyi.web.complaints.ComplaintsOperations;
import com.heyi.web.complaints.IntakeOperations;
import com.heyi.web.complaints.RemarksOperations;
import com.heyi.web.deposits.DepositsOperations;
import com.heyi.web.family.FamilyOperations;
import com.heyi.web.giftcards.GiftCardOperations;
import com.heyi.web.invoices.InvoicesOperations;
import com.heyi.web.mall.CartOperations;
import com.heyi.web.mall.MallOperations;
import com.heyi.web.mall.ShopOperations;
import com.heyi.web.mall.StatementOperations;
import com.heyi.web.menu.MenuOperations;
import com.heyi.web.promotions.BenefitOperations;
import com.heyi.web.promotions.CouponOperations;
import com.heyi.web.promotions.PriceOperations;
import com.heyi.web.relationship.RelationshipOperations;
import com.heyi.web.winddown.WindDownOperations;
import jakarta.jws.WebService;

/**
 * Everything that a branch's system can do by SOAP, as one port. A module adds its operations by
 * writing an interface of its own and naming it here; see the package's description.
 */
@WebService(name = "Branch", targetNamespace = SoapFaults.NAMESPACE)
public interface BranchPort
    extends CallerOperations,
        AccountsOperations,
        ComplaintsOperations,
        IntakeOperations,
        RemarksOperations,
        DepositsOperations,
        MallOperations,
        CartOperations,
        ShopOperations,
        StatementOperations,
        FamilyOperations,
        CouponOperations,
        PriceOperations,
        BenefitOperations,
        UpgradeOperations,
        RelationshipOperations,
        MenuOperations,
        InvoicesOperations,
        GiftCardOperations,
        WindDownOperations {}
