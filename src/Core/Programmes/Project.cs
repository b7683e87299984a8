using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;

namespace Huanxin.Core.Programmes;

/// <summary>What a project covers (项目类型): one community, an area of several (片区), or a single building.</summary>
public enum ProjectKind { Community, Cluster, Building }

/// <summary>Which batch of the library (批次): 实施一批、谋划一批、储备一批 (建办城〔2023〕26号).</summary>
public enum ProjectBatch { Carry, Prepare, Reserve }

/// <summary>Where a project stands (项目状态); whether it has started follows from facts, not from a hand.</summary>
public enum ProjectState { Reserve, Planned, Suspended, Cancelled }

/// <summary>A renovation project (改造项目) of one or several communities, from the reserve into the plan.</summary>
public sealed class Project : Record, IPlaced
{
    public required Guid Id { get; init; }

    /// <summary>Place it lies in (属地).</summary>
    public RegionCode Place { get; private set; }

    /// <summary>Code in the national online platform (项目代码，政府投资条例第十条); null until it is given.</summary>
    public string? Code { get; private set; }

    public string Name { get; private set; } = "";
    public ProjectKind Kind { get; private set; }
    public ProjectBatch Batch { get; private set; }
    public ProjectState State { get; private set; }

    /// <summary>Year of the plan it is in (计划年度); null while in reserve.</summary>
    public int? Year { get; private set; }

    /// <summary>Taken in during the year beside the plan (计划外), and why.</summary>
    public bool IsOutOfPlan { get; private set; }
    public string? OutOfPlanReason { get; private set; }

    /// <summary>Pilot and demonstration flags (试点、示范标记), separated by “、” (W20-2.2b, AQ24-2.1c).</summary>
    public string Flags { get; private set; } = "";

    /// <summary>Implementing organisation (实施主体).</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>Responsible person (责任人), sealed.</summary>
    public Personal? Responsible { get; private set; }

    public DateOnly? StartOn { get; private set; }
    public DateOnly? FinishOn { get; private set; }

    /// <summary>Planned investment (计划投资，元).</summary>
    public Fen? Investment { get; private set; }

    /// <summary>Financing mode of the document (平衡模式), by its id (W20-2.2a).</summary>
    public string? FinancingMode { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Why it is suspended or cancelled (原因).</summary>
    public string? StateReason { get; private set; }

    /// <summary>Where it goes when it is resumed (原状态).</summary>
    public ProjectState? StateBefore { get; private set; }

    /// <summary>Flags one by one (标记).</summary>
    public IEnumerable<string> FlagList => Flags.Split('、', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>In force: neither suspended nor cancelled (有效).</summary>
    public bool IsActive => State is ProjectState.Reserve or ProjectState.Planned;

    /// <summary>Sets what is known of it (登记); raises <c>project.no-name</c>, <c>project.negative</c> and <c>project.bad-dates</c>.</summary>
    public void Describe(ProjectProfile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.Name)) throw ProgrammeRefusals.NoName();
        if (profile.StartOn > profile.FinishOn) throw ProgrammeRefusals.BadDates();

        Invest(profile.Investment);
        (Place, Name, Kind, Batch) = (profile.Place, profile.Name.Trim(), profile.Kind, profile.Batch);
        Code = string.IsNullOrWhiteSpace(profile.Code) ? null : profile.Code.Trim();
        Flags = string.Join('、', profile.Flags.Select(f => f.Trim()).Where(f => f.Length > 0).Distinct());
        (OrganisationId, Responsible) = (profile.OrganisationId, profile.Responsible);
        (StartOn, FinishOn) = (profile.StartOn, profile.FinishOn);
        (FinancingMode, Note) = (profile.FinancingMode, profile.Note);
    }

    /// <summary>Sets what it is planned to cost (登记计划投资); raises <c>project.negative</c>.</summary>
    public void Invest(Fen? investment)
    {
        if (investment is { Value: < 0 }) throw ProgrammeRefusals.Negative();

        Investment = investment;
    }

    /// <summary>Takes a community (列入小区) of its place; raises <c>project.community-elsewhere</c>.</summary>
    public ProjectCommunity Take(Community community, Guid id)
    {
        RefuseElsewhere(Place, community.Name, community.Place);
        return new ProjectCommunity { Id = id, ProjectId = Id, CommunityId = community.Id, Place = community.Place };
    }

    /// <summary>A community lies in the place of its project (小区在项目属地内), as far as its street is known.</summary>
    public static void RefuseElsewhere(RegionCode project, string community, RegionCode lies)
    {
        if (!project.Contains(lies) && !lies.Contains(project)) throw ProgrammeRefusals.CommunityElsewhere(community);
    }

    /// <summary>Takes it from the reserve into the plan of a year (列入计划); raises <c>project.not-reserve</c>.</summary>
    public void EnterPlan(int year)
    {
        if (State != ProjectState.Reserve) throw ProgrammeRefusals.NotReserve(Name);

        (State, Year, Batch) = (ProjectState.Planned, year, ProjectBatch.Carry);
    }

    /// <summary>Takes it in during the year beside the plan (计划外增加); asks for a reason.</summary>
    public void AddToYear(int year, string? why)
    {
        if (string.IsNullOrWhiteSpace(why)) throw KernelRefusals.ReasonMissing();

        EnterPlan(year);
        (IsOutOfPlan, OutOfPlanReason) = (true, why);
    }

    /// <summary>Puts it back into the reserve (退回储备); asks for a reason.</summary>
    public void LeavePlan(Act act)
    {
        if (State != ProjectState.Planned) throw ProgrammeRefusals.NotPlanned(Name);
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        (State, Year, Batch, IsOutOfPlan, OutOfPlanReason) = (ProjectState.Reserve, null, ProjectBatch.Reserve, false, null);
    }

    /// <summary>Suspends it (暂停); asks for a reason.</summary>
    public void Suspend(Act act) => Stop(ProjectState.Suspended, act);

    /// <summary>Cancels it (取消); asks for a reason.</summary>
    public void Cancel(Act act) => Stop(ProjectState.Cancelled, act);

    /// <summary>Goes on where it stopped (恢复); raises <c>project.not-stopped</c>.</summary>
    public void Resume()
    {
        if (IsActive || StateBefore is not { } before) throw ProgrammeRefusals.NotStopped(Name);

        (State, StateBefore, StateReason) = (before, null, null);
    }

    private void Stop(ProjectState state, Act act)
    {
        if (State == ProjectState.Cancelled || State == state) throw ProgrammeRefusals.AlreadyStopped(Name);
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        (StateBefore, State, StateReason) = (IsActive ? State : StateBefore, state, act.Why);
    }
}

/// <summary>What a project is described by (项目登记内容).</summary>
public sealed record ProjectProfile(RegionCode Place, string Name, ProjectKind Kind)
{
    public string? Code { get; init; }
    public ProjectBatch Batch { get; init; } = ProjectBatch.Reserve;
    public IReadOnlyList<string> Flags { get; init; } = [];
    public Guid? OrganisationId { get; init; }
    public Personal? Responsible { get; init; }
    public DateOnly? StartOn { get; init; }
    public DateOnly? FinishOn { get; init; }
    public Fen? Investment { get; init; }
    public string? FinancingMode { get; init; }
    public string? Note { get; init; }
}
