using Huanxin.App;
using Huanxin.Web.Api;
using Huanxin.Web.Files;
using Huanxin.Web.Operations;
using Huanxin.Web.People;
using Huanxin.Web.Policies;
using Huanxin.Web.Problems;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;

return await Doorstep.RunAsync(args, root =>
{
    var builder = WebApplication.CreateBuilder(args);
    var settings = Settings.Read(builder.Configuration, root);
    builder.Listen(settings);
    builder.LogAsJson();
    builder.Services.AddApp(settings);
    builder.Services.AddSession(settings);
    builder.Services.AddProblems();
    builder.Services.AddHealth();
    builder.Services.AddSignIn();
    builder.Services.AddFiles(OrganisationFiles.Home);
    builder.Services.AddPeople();
    builder.Services.AddApi();
    builder.Services.AddUi();
    builder.Services.AddOperations(settings);
    builder.Services.AddPolicyPages();
    builder.Services.AddHostedService<SealerJob>();

    var app = builder.Build();
    app.UseProxy(settings);
    app.UseSecurityHeaders();
    app.UseProblems();
    app.UseUi();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseFormTokens();
    app.UseOwnPasswordFirst();
    app.MapHealth();
    app.MapSignIn();
    app.MapFiles();
    app.MapPeople();
    app.MapApi();
    app.MapUi();
    app.MapUnknown();
    return app;
});
