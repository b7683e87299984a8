using Xunit;

namespace Huanxin.Browser;

/// <summary>
/// Every page of the shell, with an account that may open it; the last column follows the first link of that form from there.
/// A page that is not here is not looked at.
/// </summary>
public static class Pages
{
    public static readonly TheoryData<string, string, string> All = new()
    {
        { "/sign-in", "", "" },
        { "/sign-in/code", "", "" },
        { "/no-such-page", "", "" },
        { "/no-such-page", "demo-district", "" },
        { "/", "demo-admin", "" },
        { "/account", "demo-district", "" },
        { "/account/password", "demo-district", "" },
        { "/account/two-factor", "demo-district", "" },
        { "/account/passkeys", "demo-district", "" },
        { "/account/sessions", "demo-district", "" },
        { "/organisations", "demo-admin", "" },
        { "/organisations/new", "demo-admin", "" },
        { "/organisations/import", "demo-admin", "" },
        { "/organisations", "demo-admin", "/organisations/*-*" },
        { "/organisations", "demo-admin", "/organisations/*-* /organisations/*/edit" },
        { "/organisations", "demo-admin", "/organisations/*-* /organisations/*/closing" },
        { "/accounts", "demo-admin", "" },
        { "/accounts/new", "demo-admin", "" },
        { "/accounts/import", "demo-admin", "" },
        { "/accounts", "demo-admin", "/accounts/*-*" },
        { "/accounts", "demo-admin", "/accounts/*-* /accounts/*/edit" },
        { "/accounts?q=demo-city", "demo-admin", "/accounts/*-* /accounts/*/postings/new" },
        { "/acts", "demo-admin", "" },
        { "/acts", "demo-admin", "/acts/*-*" },
        { "/organisations", "demo-admin", "/organisations/*-* /history/*/*" },
        { "/operations", "demo-admin", "" },
        { "/api-docs", "demo-city", "" },
        { "/communities", "demo-district", "" },
        { "/communities/new", "demo-district", "" },
        { "/communities/map", "demo-district", "" },
        { "/communities/summary", "demo-city", "" },
        { "/communities/duplicates", "demo-district", "" },
        { "/communities?buildings.from=1", "demo-district", "/communities/*-*" },
        { "/communities", "demo-district", "/communities/*-* /communities/*/edit" },
        { "/communities", "demo-district", "/communities/*-* /communities/*/merging" },
        { "/communities", "demo-district", "/communities/*-* /communities/*/splitting" },
        { "/communities", "demo-district", "/communities/*-* /communities/*/closing" },
        { "/communities", "demo-district", "/communities/*-* /communities/*/buildings/new" },
        { "/policies", "demo-city", "" },
        { "/policies", "demo-city", "/policies/W20" },
        { "/policies/W24", "demo-city", "" },
        { "/policies/AQ24", "demo-city", "" },
        { "/policies/TX21", "demo-city", "" },
        { "/policies/NY22", "demo-city", "" },
        { "/policies/values", "demo-city", "" },
        { "/policies/values", "demo-city", "/policies/values/*" },
        { "/policies/rules", "demo-city", "" },
        { "/policies/rules", "demo-city", "/policies/rules/*" },
        { "/policies/responsibilities", "demo-city", "" },
        { "/policies/check", "demo-city", "" },
        { "/policies/drafts", "demo-city", "" },
        { "/policies/drafts/new", "demo-city", "" },
        { "/policies/W24/fillings/parameters/smart.star-criteria", "demo-city", "" },
    };
}
