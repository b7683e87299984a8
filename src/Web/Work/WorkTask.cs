using Huanxin.Web.Security;
using Huanxin.Web.Ui.Figures;

namespace Huanxin.Web.Work;

/// <summary>One thing that waits for this person: what, where to do it, until when.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Reason">Why it is on the list, with the clause where there is one.</param>
/// <param name="Href">Page on which it is done.</param>
/// <param name="Tone">Late, waiting, or just to know.</param>
/// <param name="DueOn">Last day, if there is one.</param>
public sealed record WorkTask(string Title, string Reason, string Href, Tone Tone, DateOnly? DueOn = null);

/// <summary>A feature that puts tasks on the work page; each feature registers its own.</summary>
public interface IWorkSource
{
    Task<IReadOnlyList<WorkTask>> TasksOfAsync(CurrentUser me, CancellationToken stop);
}
