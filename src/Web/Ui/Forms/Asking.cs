using Huanxin.App.Data;
using Huanxin.App.Operations;
using Huanxin.Core.Kernel;

namespace Huanxin.Web.Ui.Forms;

/// <summary>How a command came out: done, refused, overtaken by someone else, or the storage could not keep it.</summary>
public sealed record Outcome(Refusal? Refusal = null, EditConflict? Conflict = null, StorageTrouble? Trouble = null)
{
    public static readonly Outcome Done = new();

    public bool IsDone => this == Done;
}

/// <summary>Tells a form that was sent from one that is opened.</summary>
public static class Posted
{
    /// <summary>What was posted is the form, also when it was nothing: what the record holds is not put in its place.</summary>
    public static bool IsPost(this HttpContext http) => HttpMethods.IsPost(http.Request.Method);
}

/// <summary>Runs the command behind a form; what a user can meet becomes an outcome to show, a bug stays a bug.</summary>
public static class Asking
{
    public static async Task<Outcome> TryAsync(Func<Task> command)
    {
        try
        {
            await command();
            return Outcome.Done;
        }
        catch (Refusal refusal)
        {
            Telemetry.Refused(refusal);
            return new Outcome(refusal);
        }
        catch (EditConflict conflict)
        {
            return new Outcome(Conflict: conflict);
        }
        catch (StorageTrouble trouble)
        {
            return new Outcome(Trouble: trouble);
        }
    }
}
