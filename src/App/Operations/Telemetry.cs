using System.Diagnostics.Metrics;
using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace Huanxin.App.Operations;

/// <summary>What the installation tells its operators: meters, and one log line per act. Never a name, a phone or anything typed.</summary>
public static class Telemetry
{
    public const string Name = "Huanxin";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Acts = Meter.CreateCounter<long>("huanxin.acts", "{act}", "Acts saved, by verb.");
    private static readonly Histogram<double> SaveTime = Meter.CreateHistogram<double>("huanxin.save.duration", "s", "Time a save took.");
    private static readonly Counter<long> SignIns = Meter.CreateCounter<long>("huanxin.sign_ins", "{try}", "Tries to sign in, by outcome.");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("huanxin.refusals", "{refusal}", "Refusals, by code.");
    private static long waiting;

    static Telemetry() =>
        Meter.CreateObservableGauge("huanxin.seals.waiting", () => Interlocked.Read(ref waiting), "{act}", "Acts that wait for their seal.");

    /// <summary>An act was saved: how many records it touched and how long that took.</summary>
    public static void Saved(AppDb db, Act act, int records, TimeSpan took)
    {
        Acts.Add(1, new KeyValuePair<string, object?>("verb", act.Verb.Code));
        SaveTime.Record(took.TotalSeconds);
        if (act.Verb.Code.StartsWith("sign-in.", StringComparison.Ordinal))
        {
            SignIns.Add(1, new KeyValuePair<string, object?>("outcome", act.Verb.Code["sign-in.".Length..]));
        }

        db.GetService<ILoggerFactory>().CreateLogger("Huanxin.Acts").LogInformation(
            "act {Act} {Verb} by {Account} on {Records} records", act.Id, act.Verb.Code, act.By.Account?.ToString() ?? "process", records);
    }

    public static void Refused(Refusal refusal) => Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));

    public static void SealsWaiting(int acts) => Interlocked.Exchange(ref waiting, acts);
}
