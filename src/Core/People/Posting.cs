using Huanxin.Core.Kernel;

namespace Huanxin.Core.People;

/// <summary>A post (任职): a person has a role in an organisation over a place, from a day on.</summary>
public sealed class Posting : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Role Role { get; init; }
    public required RegionCode Place { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Last day (任职截止日), included; null for open end.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Gives a post (授予岗位); raises <c>posting.own</c> when given to oneself and <c>posting.outside-organisation</c>.</summary>
    public static Posting Give(Act act, Guid id, Account to, Organisation at, Role role, RegionCode place)
    {
        if (act.By.Account == to.Id) throw PeopleRefusals.OwnPosting();
        if (at.ClosedOn is not null) throw PeopleRefusals.OrganisationClosed(at.Name);
        if (!at.Places.Any(own => own.Contains(place))) throw PeopleRefusals.OutsideOrganisation(at.Name);

        return new Posting
        {
            Id = id, AccountId = to.Id, OrganisationId = at.Id, Role = role, Place = place, From = act.Today,
        };
    }

    /// <summary>True on the days from the first to the last, both included (在任).</summary>
    public bool IsInForce(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>Ends the post as of yesterday, so that it no longer counts today (解除岗位); raises <c>posting.own</c>.</summary>
    public void End(Act act)
    {
        if (act.By.Account == AccountId) throw PeopleRefusals.OwnPosting();

        Until = act.Today.AddDays(-1);
    }
}

/// <summary>One person uses a post of another for a time (委托), with an end date; what is done is recorded on behalf of the giver.</summary>
public sealed class Delegation : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid PostingId { get; init; }
    public required Guid FromAccount { get; init; }
    public required Guid ToAccount { get; init; }
    public required RegionCode Place { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Last day (委托截止日), included.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>
    /// Hands a post to another (委托办理); raises <c>delegation.own</c>, <c>delegation.not-yours</c>, <c>delegation.bad-dates</c>.
    /// </summary>
    public static Delegation Give(Act act, Guid id, Posting posting, Account to, DateOnly until)
    {
        if (posting.AccountId != act.By.Account) throw PeopleRefusals.NotYourPosting();
        if (to.Id == posting.AccountId) throw PeopleRefusals.OwnDelegation();
        if (!to.IsEnabled) throw PeopleRefusals.AccountDisabled(to.SignInName);
        if (until < act.Today || until > act.Today.AddYears(1) || until > posting.Until) throw PeopleRefusals.BadDelegationDates();

        return new Delegation
        {
            Id = id, PostingId = posting.Id, FromAccount = posting.AccountId, ToAccount = to.Id,
            Place = posting.Place, From = act.Today, Until = until,
        };
    }

    /// <summary>True on the days from the first to the last, both included (委托有效).</summary>
    public bool IsInForce(DateOnly day) => From <= day && day <= Until;

    /// <summary>Takes the post back as of yesterday (撤回委托); raises <c>delegation.not-yours</c>.</summary>
    public void Revoke(Act act)
    {
        if (act.By.Account != FromAccount) throw PeopleRefusals.NotYourPosting();

        Until = act.Today.AddDays(-1);
    }
}

/// <summary>A key on the person's device that signs in without a password (通行密钥).</summary>
public sealed class Passkey : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required RegionCode Place { get; init; }

    /// <summary>Identity of the credential (凭据标识), base64url.</summary>
    public required string CredentialId { get; init; }

    public required DateTime CreatedAt { get; init; }

    public string Name { get; private set; } = "";

    /// <summary>Public key and counters as the framework keeps them (公钥数据), JSON.</summary>
    public string Credential { get; private set; } = "";

    /// <summary>Names it and keeps its counters (更新通行密钥).</summary>
    public void Keep(string name, string credential) => (Name, Credential) = (name, credential);
}

/// <summary>A view of a list that a person wants to find again (收藏的视图): page and query string.</summary>
public sealed class SavedView : Record
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Page { get; init; }
    public required string Name { get; init; }
    public required string Query { get; init; }
}
