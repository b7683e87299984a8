using System.Collections.Concurrent;
using Huanxin.App.Operations;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Operations;

[BothDatabases]
public sealed class LogTests : IAsyncLifetime
{
    private const string PersonName = "张某某", Phone = "13800001234";
    private readonly Lines lines = new();
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_act_is_one_line_and_no_line_holds_a_name_a_phone_or_a_password()
    {
        await app.HireAsync("clerk", Role.SystemAdministrator, Given.City);
        await using var logged = app.WithWebHostBuilder(host => host.ConfigureLogging(logging => logging.AddProvider(lines)));
        using var browser = new Browser(logged.CreateClient(new() { AllowAutoRedirect = false }));

        await browser.SubmitAsync("/sign-in", new { Form__Name = "clerk", Form__Password = "secret that is wrong" });
        await browser.SignInAsync("clerk", TestApp.Password);
        var organisation = await app.AskAsync(db => Task.FromResult(db.Organisations.Single()));
        var made = await browser.SubmitAsync("/accounts/new", new
        {
            Form__SignInName = "newcomer", Form__Name = PersonName, Form__Phone = Phone, Form__Organisation = $"{organisation.Code} {organisation.Name}", Form__Why = "新入职",
        });
        await app.Database.TamperAsync($"ALTER TABLE delegations RENAME TO gone");
        var broken = await browser.GetAsync("/");

        Assert.True(made.Status is System.Net.HttpStatusCode.OK or System.Net.HttpStatusCode.SeeOther, made.Text);
        Assert.Single(lines.All, line => line.Contains("sign-in.failed", StringComparison.Ordinal));
        Assert.Single(lines.All, line => line.Contains("sign-in.done", StringComparison.Ordinal));
        Assert.Matches(@"act \S+ account\.create by [0-9a-f-]{36} on \d+ records", Assert.Single(lines.All, line => line.Contains("account.create", StringComparison.Ordinal)));
        Assert.Contains(broken.Of(".trace code"), Assert.Single(lines.All, line => line.Contains("bug", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All(new[] { PersonName, Phone, TestApp.Password, "secret that is wrong", "演示·clerk" }, personal =>
            Assert.DoesNotContain(lines.All, line => line.Contains(personal, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Meters_count_acts_sign_ins_and_refusals()
    {
        var counted = new ConcurrentBag<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, self) => { if (instrument.Meter.Name == Telemetry.Name) self.EnableMeasurementEvents(instrument); },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            counted.Add(instrument.Name + string.Concat(tags.ToArray().Select(tag => $" {tag.Key}={tag.Value}"))));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => counted.Add(instrument.Name));
        listener.Start();

        using var browser = await app.SignedInAsync(Role.SystemAdministrator, Given.City);
        await browser.SubmitAsync("/sign-in", new { Form__Name = "clerk", Form__Password = "wrong" });
        await browser.SubmitAsync("/accounts/new", new { Form__SignInName = "clerk", Form__Name = PersonName, Form__Organisation = "没有的单位", Form__Why = "新入职" });
        listener.RecordObservableInstruments();

        Assert.Contains("huanxin.acts verb=sign-in.done", counted);
        Assert.Contains("huanxin.sign_ins outcome=failed", counted);
        Assert.Contains("huanxin.refusals code=organisation.unknown", counted);
        Assert.Contains("huanxin.save.duration", counted);
        Assert.Contains("huanxin.seals.waiting", counted);
    }

    /// <summary>Everything that is logged, as text: message, values and faults.</summary>
    private sealed class Lines : ILoggerProvider
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writer(All);

        public void Dispose()
        {
        }

        private sealed class Writer(ConcurrentQueue<string> all) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                all.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
